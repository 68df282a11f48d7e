package io.millrace.udf.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.udf.FlinkSql;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.module.CoreModule;
import org.junit.jupiter.api.Test;

class MillraceModuleTest {

    private final MillraceModule module = new MillraceModule();

    @Test
    void showFunctionsListsAllOfThem() {
        assertThat(FlinkSql.streaming().rows("SHOW FUNCTIONS"))
                .extracting(row -> row.getField(0))
                .containsAll(module.listFunctions());
    }

    @Test
    void takesNoNameThatFlinkHas() {
        Set<String> own = CoreModule.INSTANCE.listFunctions();

        assertThat(module.listFunctions()).isNotEmpty().noneMatch(own::contains);
    }

    @Test
    void findsAFunctionWhateverItsCase() {
        assertThat(module.getFunctionDefinition("Mask_EMAIL")).isPresent();
        assertThat(module.getFunctionDefinition("mask_emails")).isEmpty();
    }

    @Test
    void everyFunctionIsAFinalClassNamedLikeItself() {
        assertThat(module.listFunctions()).allSatisfy(name -> {
            FunctionDefinition function = module.getFunctionDefinition(name).orElseThrow();
            assertThat(function.getClass()).matches(type -> Modifier.isFinal(type.getModifiers()), "final");
            assertThat(function.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .isEqualTo(name.replace("_", ""));
        });
    }
}
