# Each target does all of its set-up itself; see README.md.
PYTHON ?= python3
UD ?= ../shared/ud
export PORT REPORTS

# In the oldest Python's words, since this is what too old a one must understand.
CHECK = import sys; sys.version_info >= (3, 11) or sys.exit("newsclaims needs Python 3.11 or newer, and \
$(PYTHON) is %d.%d: name another one, as in make run PYTHON=python3.12" % sys.version_info[:2])
IN = .venv/bin/python

.PHONY: run test bench train python base dev training bench-tools chromium

run: base
	@$(IN) -m newsclaims.launcher

test: dev chromium
	$(IN) -m ruff check .
	$(IN) -m ruff format --check .
	$(IN) -m mypy .
	$(IN) -c 'from importlinter.cli import lint_imports_command as lint; lint()'
	$(IN) manage.py makemigrations --check --dry-run
	HTTPS=1 $(IN) manage.py check --deploy --fail-level WARNING
	$(IN) -m pytest

bench: bench-tools
	@$(IN) -m benchmarks

train: training
	OMP_NUM_THREADS=1 $(IN) -m training.train --ud $(UD)

python:
	@command -v $(PYTHON) > /dev/null || { echo "newsclaims needs Python 3.11 or newer, and there is no $(PYTHON)." >&2; exit 1; }
	@$(PYTHON) -c '$(CHECK)'

base dev training bench-tools: python
	@$(PYTHON) -m newsclaims.environment $@

chromium: python
	@$(PYTHON) -m newsclaims.environment chromium
