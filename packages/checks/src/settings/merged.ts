import { NO_SETTINGS, type Settings } from './model.ts';

/** Several settings as one: what a later one decides wins, what it only adds to is added to. */
export function merged(...layers: readonly Settings[]): Settings {
  let all = NO_SETTINGS;
  for (const layer of layers) {
    all = {
      ...all,
      ...layer,
      severities: { ...all.severities, ...layer.severities },
      options: optionsOf(all.options, layer.options),
      excludes: [...all.excludes, ...layer.excludes],
      assertions: [...all.assertions, ...layer.assertions],
      plugins: [...all.plugins, ...layer.plugins],
      directions: [...all.directions, ...layer.directions],
      waivers: [...all.waivers, ...layer.waivers],
      signOffs: [...all.signOffs, ...layer.signOffs],
      evidence: [...all.evidence, ...layer.evidence],
      remote: [...new Set([...all.remote, ...layer.remote])],
    };
  }
  return all;
}

function optionsOf(base: Settings['options'], layer: Settings['options']): Settings['options'] {
  const codes = new Set([...Object.keys(base), ...Object.keys(layer)]);
  return Object.fromEntries([...codes].map(code => [code, { ...base[code], ...layer[code] }]));
}
