package io.millrace.sandbox.story;

import io.millrace.sandbox.story.Happening.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The shop's catalogue: products come, sell, change their price and category, are taken off and go. The search index must
 * hold what the database holds in the end.
 */
public final class CatalogStory implements Story {

    private static final int CATEGORIES = 6;
    private static final int PRODUCTS = 40;
    private static final int EVENTS = 240;
    private static final List<String> WAREHOUSES = List.of("north", "south", "west");

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Department department() {
        return Department.BUSINESS;
    }

    @Override
    public Tale tell(Telling telling) {
        return new Book(telling).write();
    }

    private record Product(String name, long category, BigDecimal price, boolean published) {}

    /** The tables as they are, and what changed them. */
    private static final class Book {
        private final SplittableRandom random;
        private final long run;
        private final List<Happening> happenings = new ArrayList<>();
        private final Map<Long, String> categories = new HashMap<>();
        private final Map<Long, Product> products = new TreeMap<>();
        private final Map<Long, Map<String, Integer>> stock = new HashMap<>();

        Book(Telling telling) {
            random = telling.random();
            run = telling.run();
        }

        Tale write() {
            // The last category comes after its products, and one product's category never comes.
            for (int i = 0; i < PRODUCTS; i++) {
                addProduct(run * 1000 + i);
            }
            for (int i = 0; i < CATEGORIES; i++) {
                addCategory(run * 100 + i);
            }
            for (int i = 0; i < EVENTS; i++) {
                change(run * 1000 + random.nextInt(PRODUCTS), i);
            }
            return new Tale(happenings, List.of(documents()));
        }

        private void change(long id, int event) {
            Product product = products.get(id);
            if (product == null) {
                addProduct(id);
                return;
            }
            switch (random.nextInt(10)) {
                case 0 -> replace(id, new Product(product.name(), product.category(), price(), product.published()));
                case 1 -> replace(id, new Product(product.name(), category(), product.price(), product.published()));
                case 2 ->
                    replace(id, new Product(product.name(), product.category(), product.price(), !product.published()));
                case 3 -> rename(run * 100 + random.nextInt(CATEGORIES), "category " + event);
                case 4 -> removeProduct(id);
                case 5 -> removeStock(id, warehouse());
                default -> setStock(id, warehouse(), random.nextInt(5));
            }
        }

        private void addProduct(long id) {
            Product product = new Product("product " + id, category(), price(), true);
            products.put(id, product);
            happen(
                    "INSERT INTO shop.products (product_id, name, category_id, price, published) VALUES (?, ?, ?, ?, 1)",
                    id,
                    product.name(),
                    product.category(),
                    product.price());
        }

        private void replace(long id, Product product) {
            products.put(id, product);
            happen(
                    "UPDATE shop.products SET category_id = ?, price = ?, published = ? WHERE product_id = ?",
                    product.category(),
                    product.price(),
                    product.published(),
                    id);
        }

        private void removeProduct(long id) {
            products.remove(id);
            happen("DELETE FROM shop.products WHERE product_id = ?", id);
        }

        private void addCategory(long id) {
            categories.put(id, "category " + id);
            happen("INSERT INTO shop.categories (category_id, name) VALUES (?, ?)", id, categories.get(id));
        }

        private void rename(long id, String name) {
            categories.put(id, name);
            happen("UPDATE shop.categories SET name = ? WHERE category_id = ?", name, id);
        }

        private void setStock(long id, String warehouse, int quantity) {
            stock.computeIfAbsent(id, any -> new HashMap<>()).put(warehouse, quantity);
            happen(
                    "INSERT INTO shop.stock (product_id, warehouse, quantity) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE quantity = VALUES(quantity)",
                    id,
                    warehouse,
                    quantity);
        }

        private void removeStock(long id, String warehouse) {
            stock.getOrDefault(id, new HashMap<>()).remove(warehouse);
            happen("DELETE FROM shop.stock WHERE product_id = ? AND warehouse = ?", id, warehouse);
        }

        private StoryResult documents() {
            Map<List<String>, List<String>> rows = new HashMap<>();
            products.forEach((id, product) -> {
                if (product.published()) {
                    int available = stock.getOrDefault(id, Map.of()).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    rows.put(
                            Cells.of(id),
                            Cells.of(
                                    id,
                                    product.name(),
                                    categories.get(product.category()),
                                    product.price(),
                                    available,
                                    available > 0));
                }
            });
            return new StoryResult(
                    "products",
                    new Place.Index("products"),
                    List.of("product_id"),
                    List.of("_id", "name", "category", "price", "available", "in_stock"),
                    rows);
        }

        /** One category more than there are. */
        private long category() {
            return run * 100 + random.nextInt(CATEGORIES + 1);
        }

        private BigDecimal price() {
            return BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
        }

        private String warehouse() {
            return WAREHOUSES.get(random.nextInt(WAREHOUSES.size()));
        }

        private void happen(String sql, Object... parameters) {
            happenings.add(new Change(sql, List.of(parameters)));
        }
    }
}
