"""Making several products at once: each aside in a process of its own, all swapped in when all are whole."""

from onrecord.making.here import FailedError
from onrecord.making.product import NotMadeError, Order, Product
from onrecord.making.running import make_products

__all__ = ["FailedError", "NotMadeError", "Order", "Product", "make_products"]
