"""bcst: a terminal interview wizard for the Basic Custody Screening Tool, part 2."""

__version__ = "0.1.0"
