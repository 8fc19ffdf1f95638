"""Events carried to portals: endpoints checked, deliveries leased, signed and sent until they arrive."""
