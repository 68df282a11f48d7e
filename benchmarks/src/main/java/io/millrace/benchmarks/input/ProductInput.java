package io.millrace.benchmarks.input;

import java.nio.file.Path;
import java.util.Random;

/** The binlog of a shop's products: a quarter of the rows are its products' snapshot, the others changes of their stock. */
final class ProductInput {

    private ProductInput() {}

    static void write(Path folder, int rows) {
        Random random = new Random(9);
        int products = rows / 4;
        int[] stock = new int[products];
        try (RowFile categories = new RowFile(folder, "shop_categories")) {
            for (int i = 0; i < 200; i++) {
                categories.add(i, inserted("\"category_id\":" + i + ",\"name\":\"category " + i + "\""));
            }
        }
        try (RowFile file = new RowFile(folder, "shop_products")) {
            for (int i = 0; i < products; i++) {
                file.add(
                        i,
                        inserted("\"product_id\":" + i + ",\"name\":\"product " + i
                                + "\",\"description\":\"What product "
                                + i + " is, and why one should have it\",\"category_id\":" + random.nextInt(200)
                                + ",\"price\":"
                                + random.nextInt(300) + ".95,\"published\":" + (random.nextInt(10) > 0)));
                file.advance(i);
            }
        }
        try (RowFile file = new RowFile(folder, "shop_stock")) {
            for (int i = 0; i < rows - products; i++) {
                int product = i < products ? i : random.nextInt(products);
                int quantity = random.nextInt(50);
                file.add(
                        i,
                        i < products
                                ? inserted(stock(product, quantity))
                                : "{\"before\":{" + stock(product, stock[product]) + "},\"after\":{"
                                        + stock(product, quantity) + "},\"op\":\"u\"}");
                stock[product] = quantity;
                file.advance(i);
            }
        }
    }

    private static String stock(int product, int quantity) {
        return "\"product_id\":" + product + ",\"warehouse\":\"w" + product % 3 + "\",\"quantity\":" + quantity;
    }

    private static String inserted(String row) {
        return "{\"before\":null,\"after\":{" + row + "},\"op\":\"c\"}";
    }
}
