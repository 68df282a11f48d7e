package io.millrace.sandbox.traffic;

import java.math.BigDecimal;
import java.util.List;

/** Something the shop sells; the price is for one unit. */
public record Product(String name, String category, BigDecimal price) {

    /** The assortment, the best-selling product first. */
    public static final List<Product> ASSORTMENT = List.of(
            of("USB-C cable", "phones", "9.90"),
            of("Crime novel", "books", "12.00"),
            of("Coffee beans 1 kg", "kitchen", "17.49"),
            of("Building blocks", "toys", "29.95"),
            of("Yoga mat", "sports", "24.00"),
            of("Phone case", "phones", "14.90"),
            of("Tomato seeds", "garden", "2.79"),
            of("Cook book", "books", "27.50"),
            of("Jigsaw puzzle", "toys", "13.99"),
            of("Water bottle", "sports", "15.00"),
            of("Frying pan", "kitchen", "39.90"),
            of("Screen protector", "phones", "7.95"),
            of("Garden hose", "garden", "34.90"),
            of("City map", "books", "8.90"),
            of("Plush bear", "toys", "19.95"),
            of("Running socks", "sports", "11.50"),
            of("Tea kettle", "kitchen", "44.00"),
            of("Power bank", "phones", "32.99"),
            of("Flower pot", "garden", "6.49"),
            of("Picture book", "books", "14.00"),
            of("Board game", "toys", "36.00"),
            of("Dumbbell 5 kg", "sports", "21.90"),
            of("Chef's knife", "kitchen", "59.00"),
            of("Headphones", "phones", "89.00"),
            of("Pruning shears", "garden", "18.75"),
            of("Dictionary", "books", "31.20"),
            of("Toy train", "toys", "48.50"),
            of("Tent", "sports", "139.00"),
            of("Espresso machine", "kitchen", "249.00"),
            of("Lawn mower", "garden", "329.00"));

    private static Product of(String name, String category, String price) {
        return new Product(name, category, new BigDecimal(price));
    }
}
