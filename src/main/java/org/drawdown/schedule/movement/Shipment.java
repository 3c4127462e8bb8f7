package org.drawdown.schedule.movement;

import java.time.LocalDate;

/** Loads of a lot that carriers take from a hub on a day. */
public record Shipment(String hub, LocalDate date, String asset, int loads) {}
