"""An executor past one machine, as the handbook names it: that of a Dask cluster, here with two workers on this one."""

from concurrent.futures import Executor

from distributed import Client, LocalCluster

WORKERS = 2


def executor() -> Executor:
    """The executor of a new cluster of processes of their own. It ends with the process that asked for it."""
    cluster = LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1")
    return Client(cluster).get_executor()
