package io.millrace.udf.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.types.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

    private final UserAgent function = new UserAgent();

    @BeforeEach
    void open() {
        function.open(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0"
                        + " Safari/537.36 | Chrome | 119.0.0 | Windows | 10 | | false",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0"
                        + " Safari/537.36 Edg/119.0.2151.58 | Edge | 119.0.2151 | Windows | 10 | | false",
                "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0"
                        + " | Firefox | 119.0 | Ubuntu | | | false",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1"
                        + " Safari/605.1.15 | Safari | 17.1 | Mac OS X | 10.15.7 | Mac | false",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.1 Mobile/15E148 Safari/604.1 | Mobile Safari | 17.1 | iOS | 17.1 | iPhone | false",
                "Mozilla/5.0 (iPad; CPU OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/119.0.6045.109"
                        + " Mobile/15E148 Safari/604.1 | Chrome Mobile iOS | 119.0.6045 | iOS | 15.6 | iPad | false",
                "Mozilla/5.0 (Linux; Android 13; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/112.0.0.0 Mobile"
                        + " Safari/537.36 | Chrome Mobile | 112.0.0 | Android | 13 | Samsung SM-S918B | false",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0"
                        + " Chrome/115.0.0.0 Mobile Safari/537.36 | Samsung Internet | 23.0 | Android | 10 | K | false",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0"
                        + " Safari/537.36 | Chrome | 119.0.0 | Chrome OS | 14541.0.0 | | false",
                "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko"
                        + " | IE | 11.0 | Windows | 7 | | false",
                "Mozilla/5.0 (Windows NT 10.0; WOW64; rv:102.0) Gecko/20100101 Thunderbird/102.15.0"
                        + " | Thunderbird | 102.15.0 | Windows | 10 | | false",
                "curl/8.4.0 | curl | 8.4.0 | | | | false",
                "python-requests/2.31.0 | Python Requests | 2.31 | | | | false",
            })
    void tellsBrowserSystemAndDevice(
            String header, String browser, String version, String os, String osVersion, String device, boolean bot) {
        assertThat(function.eval(header)).isEqualTo(Row.of(browser, version, os, osVersion, device, bot));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) | bingbot",
                "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html) | Baiduspider",
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots) | YandexBot",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php) | FacebookBot",
            })
    void callsRobotsSpiders(String header, String browser) {
        Row client = function.eval(header);

        assertThat(client.getField(0)).isEqualTo(browser);
        assertThat(client.getField(4)).isEqualTo("Spider");
        assertThat(client.getField(5)).isEqualTo(true);
    }

    @Test
    void leavesNullWhatItDoesNotKnow() {
        assertThat(function.eval("")).isEqualTo(Row.of(null, null, null, null, null, false));
        assertThat(function.eval("-")).isEqualTo(Row.of(null, null, null, null, null, false));
        assertThat(function.eval(null)).isNull();
    }

    @Test
    void remembersNoMoreHeadersThanItsLimit() {
        for (int i = 0; i < 4200; i++) {
            function.eval("x" + i);
        }

        assertThat(function.remembered()).isEqualTo(4096);
    }

    @Test
    void readsTheStartOfALongHeader() {
        String header = "curl/8.4.0 " + "(".repeat(1_000_000);

        assertThat(function.eval(header).getField(0)).isEqualTo("curl");
    }
}
