"""Reads every page of lists, and prints the rows of each as JSON."""

import json


def print_lists(jobs, read_page, as_dict=lambda row: row):
    """`read_page` has, for each action, a function of a job and the index of a page: its rows, and the total."""
    lists = [read_list(job, read_page[job["action"]]) for job in jobs]
    print(json.dumps([[as_dict(row) for row in rows] for rows in lists]))


def read_list(job, read_page):
    rows = []
    index = 0
    while True:
        page, total = read_page(job, index)
        rows += page
        if len(rows) >= total or not page:
            return rows
        index += 1
