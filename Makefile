.DEFAULT_GOAL := help
MVN := ./mvnw -B -ntp

.PHONY: help run test verify format reference clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## the example shop on real servers; SCENARIO=business, data, operations or all runs a department
	@./millrace --version >/dev/null
	@sh sandbox/demo.sh

test: ## format, compile and run the fast tests
	$(MVN) verify

verify: ## the fast tests, and the packaged command line on real servers
	$(MVN) verify -DskipITs=false $(MVN_FLAGS)

format: ## format sources and poms
	$(MVN) -q spotless:apply

reference: ## write docs/reference anew from the command line
	$(MVN) -q -pl launcher -am test -Dspotless.check.skip -Dtest=ManualPagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dmillrace.docs.update=true

clean: ## remove what was built
	$(MVN) -q clean
