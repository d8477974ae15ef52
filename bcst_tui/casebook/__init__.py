"""The door between the two front ends and everything kept or worked out.

`opening` makes or unlocks one and brings the database libraries with it; importing the package imports nothing.
"""
