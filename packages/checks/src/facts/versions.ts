/** Semantic Versioning 2.0.0, section 2, 9 and 10. */
const SEMVER =
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;

/** Whether a version has the form `major.minor.patch`, with or without a label. */
export function isSemanticVersion(version: string): boolean {
  return SEMVER.test(version);
}
