# 每个目标后面 ## 的文字就是帮助;只输入 make 会全部列出。
.DEFAULT_GOAL := help
.PHONY: help demo serve test test-all slow fuzz check bench lock clean setup setup-dev
PYTHON ?= python3
BIN := .venv/bin
CATALOG := src/yingjiu/catalog
WORKERS ?= 2
FILES ?= 10000
export PYTHONUTF8 := 1

help: ## 列出全部命令
	@echo "应救(yingjiu)可用的命令:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)$$/  make \1|\2/' | while IFS='|' read -r name text; do printf '%-18s%s\n' "$$name" "$$text"; done

setup: ## 准备运行环境 .venv(裸机可用:只需 python3、git、make)
	@$(PYTHON) bootstrap.py

setup-dev: ## 准备运行环境和测试、检查工具
	@$(PYTHON) bootstrap.py --dev

demo: setup ## 造一个虚构的县,跑完主任务,在终端显示线索表
	@$(BIN)/yingjiu demo

serve: ## 打开工作台(浏览器);第一次造一个虚构的县和演示用户,口令只显示一次
	@$(PYTHON) bootstrap.py --web
	@$(BIN)/yingjiu serve

test: setup-dev ## 快的测试(不含 OCR 和大样本)
	$(BIN)/pytest -n $(WORKERS) -m "not ocr and not golden and not browser"

slow: setup-dev ## 慢的测试(OCR、大样本、浏览器)
	$(BIN)/pytest -n $(WORKERS) -m "ocr or golden or browser"

test-all: setup-dev ## 全部测试
	$(BIN)/pytest -n $(WORKERS)

fuzz: setup-dev ## 一万个古怪的文件逐个读:不崩溃、不丢失,引文都对(几分钟)
	YINGJIU_FUZZ=$(FILES) $(BIN)/pytest tests/properties/test_odd_files.py

check: setup-dev ## 格式、静态检查、类型、分层、目录文件
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict $(CATALOG)
	$(BIN)/yingjiu check $(CATALOG)

bench: setup-dev ## 测速(bench/,结果写入 JSON)
	$(BIN)/python -m bench

lock: setup-dev ## 重新锁定依赖(带哈希,不写软件源地址)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group build $(LOCKING) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra web --group build -c requirements.lock $(LOCKING) -o requirements-web.lock
	$(BIN)/uv pip compile --group dev -c requirements-web.lock $(LOCKING) -o requirements-dev.lock

LOCKING := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

clean: ## 删除缓存和产物(保留 .venv)
	rm -rf build dist out demo workbench .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
