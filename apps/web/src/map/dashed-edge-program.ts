import { createEdgeCompoundProgram, EdgeArrowHeadProgram, EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

const UNIFORMS = ['u_matrix', 'u_screen', 'u_sizeRatio', 'u_pixelRatio'] as const;

/** Each line is a rectangle between its ends, built in pixels; how far along it is travels to the fragment shader. */
const VERTEX_SHADER = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_end;
attribute float a_side;

uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_along;

void main() {
  vec2 half_screen = u_screen * 0.5;
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * half_screen;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * half_screen;
  vec2 way = to - from;
  float far = max(length(way), 0.001);
  vec2 across = vec2(-way.y, way.x) / far;
  float width = max(a_width / u_sizeRatio, 1.2) * u_pixelRatio;
  gl_Position = vec4((mix(from, to, a_end) + across * a_side * width * 0.5) / half_screen, 0.0, 1.0);
  v_along = far * a_end / u_pixelRatio;

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT_SHADER = `
precision mediump float;

varying vec4 v_color;
varying float v_along;

void main() {
  #ifndef PICKING_MODE
  if (mod(v_along, 9.0) > 5.0) discard;
  #endif
  gl_FragColor = v_color;
}`;

/** Draws a line in dashes: what is uncertain. */
class DashedLineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_from', size: 2, type: FLOAT },
        { name: 'a_to', size: 2, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: 'a_end', size: 1, type: FLOAT },
        { name: 'a_side', size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [
        [0, 1],
        [0, -1],
        [1, 1],
        [1, 1],
        [0, -1],
        [1, -1],
      ],
    };
  }

  processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    this.array[startIndex] = source.x;
    this.array[startIndex + 1] = source.y;
    this.array[startIndex + 2] = target.x;
    this.array[startIndex + 3] = target.y;
    this.array[startIndex + 4] = data.size;
    this.array[startIndex + 5] = floatColor(data.color);
    this.array[startIndex + 6] = edgeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { matrix, width, height, sizeRatio, pixelRatio } = params;
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
    gl.uniform2f(uniformLocations.u_screen ?? null, width * pixelRatio, height * pixelRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio ?? null, pixelRatio);
  }
}

/** A dashed line with the head of an arrow. */
export const DashedEdgeProgram = createEdgeCompoundProgram([DashedLineProgram, EdgeArrowHeadProgram]);
