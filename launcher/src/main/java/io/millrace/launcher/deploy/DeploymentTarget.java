package io.millrace.launcher.deploy;

import io.millrace.launcher.cluster.FlinkRest;
import io.millrace.launcher.release.ReleaseStore;

/**
 * Where pipelines are deployed.
 *
 * @param rest of the cluster
 * @param store of the environment
 */
public record DeploymentTarget(String project, String environment, FlinkRest rest, ReleaseStore store) {}
