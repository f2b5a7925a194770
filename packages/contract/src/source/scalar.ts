/**
 * The value of a plain scalar under YAML's core schema (YAML 1.2.2 section 10.3.2), which is what people expect of YAML
 * today: no dates, no yes and no, but `~` for null and `0x1F` for a number.
 */
export function plainValue(text: string): unknown {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  const first = text.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  return numeric ? numberOr(text) : text;
}

function numberOr(text: string): unknown {
  if (/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (/^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  // Infinity and NaN exist in YAML but not in JSON: they stay text, which the grammar then refuses by name.
  return text;
}
