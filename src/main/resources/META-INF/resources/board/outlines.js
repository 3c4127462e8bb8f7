// Outlines of countries, rivers and lakes: TopoJSON decoded, Mercator, fitted to the bases.

/** @param {any} topology @param {string} layer @returns {number[][][]} lines of points in degrees */
export function lines(topology, layer) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const line = (indices) =>
    indices.flatMap((i, n) => {
      const arc = i < 0 ? [...arcs[~i]].reverse() : arcs[i];
      return n ? arc.slice(1) : arc;
    });
  const rings = (geometry) =>
    geometry.type === 'LineString'
      ? [geometry.arcs]
      : geometry.type === 'MultiPolygon'
        ? geometry.arcs.flat()
        : (geometry.arcs ?? []);
  return topology.objects[layer].geometries.flatMap((g) => rings(g).map(line));
}

const mercator = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));

/** A projection that shows some places in a box. @param {number[][]} places longitude, latitude */
export function fitted(places, width, height, margin) {
  const xs = places.map((p) => (p[0] * Math.PI) / 180);
  const ys = places.map((p) => mercator(p[1]));
  const west = Math.min(...xs);
  const east = Math.max(...xs);
  const south = Math.min(...ys);
  const north = Math.max(...ys);
  const k = Math.min(
    (width - 2 * margin) / Math.max(east - west, 0.01),
    (height - 2 * margin) / Math.max(north - south, 0.01),
  );
  const left = (width - k * (east - west)) / 2;
  const top = (height - k * (north - south)) / 2;
  return ([longitude, latitude]) => [
    left + k * ((longitude * Math.PI) / 180 - west),
    top + k * (north - mercator(latitude)),
  ];
}
