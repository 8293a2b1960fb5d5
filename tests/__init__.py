"""Tests of Onrecord; the folders mirror the modules."""
