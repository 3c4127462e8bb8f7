package org.drawdown.planning.replan;

import java.util.Map;
import org.drawdown.dataset.Dataset;

/** An asset that has to move, and its loads by base. */
public record AssetLoads(Dataset.Asset asset, Map<String, Integer> loadsAt) {}
