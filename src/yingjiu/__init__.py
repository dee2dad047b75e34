"""yingjiu (应救): finds people who may need state judicial relief (国家司法救助), and says on what evidence."""

__version__ = "0.1.0"
