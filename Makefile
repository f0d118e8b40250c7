# The table of contents of the work. Every target installs what it needs.
.PHONY: test
test: ## all tests
	cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo test --workspace
