package io.millrace.launcher.cluster;

import java.util.Optional;

/**
 * A job of a cluster.
 *
 * @param parameters empty where it was not started by Millrace
 */
public record ManagedJob(JobOverview job, Optional<JobParameters> parameters) {

    /** Whether it is a pipeline's of a project in an environment. */
    public boolean belongsTo(String project, String environment) {
        return parameters
                .filter(own ->
                        own.project().equals(project) && own.environment().equals(environment))
                .isPresent();
    }
}
