"""Plans through the client that openapi-generator made from openapi.yaml.

usage: plan.py BASE_URL DIRECTORY_OF_THE_CLIENT
"""

import sys
import time
from datetime import date

base, client = sys.argv[1:]
sys.path.insert(0, client)

import drawdown
from drawdown.models import Assumptions, ScheduleRequest, Solve

api = drawdown.ApiClient(
    drawdown.Configuration(host=base, username="planner", password="planner")
)
planning, schedules = drawdown.PlanningApi(api), drawdown.SchedulesApi(api)

schedule = planning.plan(
    ScheduleRequest(
        name="Generated in Python",
        assumptions=Assumptions(trucks=150),
        solve=Solve(max_iterations=20000, seed=1),
    )
)
while schedule.state in ("QUEUED", "SOLVING"):
    time.sleep(0.2)
    schedule = planning.get_schedule(str(schedule.id))

print(schedule.state.value, "with", schedule.assumptions.trucks, "trucks, complete on", schedule.completion)
certificate = schedule.certificate
print("objective", certificate.objective, "bound", certificate.bound, "gap", round(certificate.gap, 4),
      "not before", certificate.earliest_completion)

for stage in schedules.list_stages(str(schedule.id), on=date(2023, 10, 1)).items:
    print(stage.base, stage.stage.value, stage.var_from, stage.to, stage.phase, stage.sector and stage.sector.value)

movements = 0
cursor = None
while True:
    page = schedules.list_movements(str(schedule.id), limit=50, cursor=cursor, count=True)
    movements += len(page.items)
    cursor = page.next_cursor
    if cursor is None:
        break
first = page.items[-1]
print(movements, "movements of", page.total, "- the last:", first.id, first.kind.value, first.base, "->", first.destination, first.departs, first.arrives)
