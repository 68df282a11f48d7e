package io.millrace.launcher.compile;

import io.millrace.catalog.diagnostic.DiagnosticCollector;
import io.millrace.catalog.program.PipelineProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Compiles many programs side by side on all cores. */
public final class CatalogCompiler {

    private final ProgramCompiler compiler;

    public CatalogCompiler(ProgramCompiler compiler) {
        this.compiler = compiler;
    }

    /** Reports what is wrong with the programs, and keeps none of the compiled ones. */
    public void check(List<PipelineProgram> programs, DiagnosticCollector problems) {
        compile(programs, problems, false);
    }

    /** The programs that compiled, in the given order. */
    public List<CompiledPipeline> compile(List<PipelineProgram> programs, DiagnosticCollector problems) {
        return compile(programs, problems, true);
    }

    private List<CompiledPipeline> compile(List<PipelineProgram> programs, DiagnosticCollector problems, boolean keep) {
        int threads = Math.max(1, Math.min(programs.size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService executor = CompilerThreads.pool(threads);
        try {
            List<Future<Outcome>> outcomes = programs.stream()
                    .map(program -> executor.submit(() -> compile(program, keep)))
                    .toList();
            List<CompiledPipeline> compiled = new ArrayList<>();
            for (Future<Outcome> outcome : outcomes) {
                problems.addAll(outcome.get().problems.sorted());
                outcome.get().pipeline.ifPresent(compiled::add);
            }
            return compiled;
        } catch (ExecutionException e) {
            throw new IllegalStateException("compiling failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private Outcome compile(PipelineProgram program, boolean keep) {
        DiagnosticCollector problems = new DiagnosticCollector();
        if (keep) {
            return new Outcome(compiler.compile(program, problems), problems);
        }
        compiler.check(program, problems);
        return new Outcome(Optional.empty(), problems);
    }

    private record Outcome(Optional<CompiledPipeline> pipeline, DiagnosticCollector problems) {}
}
