"""A service for looking at: the sample cases handed in, and some of them carried on by demo people.

Everything goes the way of real cases, through the functions that the doors call; only the day on which a
sample was handed in is set back, so that there are deadlines near and figures of several days.
"""
