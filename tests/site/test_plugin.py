from tests.site.projects import Project


def test_a_clean_site_builds_strictly(project: Project) -> None:
    project.build(strict=True)
    assert "Demo dossier" in project.text("index.html")
