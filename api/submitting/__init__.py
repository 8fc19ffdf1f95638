"""``menshen submit``: a hospital's folder, zip or manifest handed in over HTTP, taken up where it was cut.

``parcels`` packs cases into zips of a fair size, ``journal`` remembers which of them are through, ``door``
speaks to the service, ``run`` is the story.
"""
