let answer: boolean | undefined;

/** True where the browser can draw with WebGL. Apart from what draws, which cannot even be loaded where it is missing. */
export function canDraw(): boolean {
  answer ??= tryToDraw();
  return answer;
}

function tryToDraw(): boolean {
  if (typeof WebGLRenderingContext === 'undefined') return false;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  // Browsers keep few contexts at a time; this one has done its work.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
