"""Who does the work that every source takes by itself: this process, several, or a cluster; and what was kept of it.

All of it goes through one `concurrent.futures.Executor`. Whoever does it, the readings are the same, in the order of
the jobs, and what somebody fails to do is done here.
"""

from onrecord.working.crew import ALONE, Crew
from onrecord.working.dask import NoClusterError, cluster
from onrecord.working.keeping import Keep, open_keep
from onrecord.working.packs import Packs, open_packs
from onrecord.working.pools import processes

__all__ = ["ALONE", "Crew", "Keep", "NoClusterError", "Packs", "cluster", "open_keep", "open_packs", "processes"]
