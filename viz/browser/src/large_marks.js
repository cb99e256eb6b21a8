// Marks from afar: each a point with its own shape, by one program, so that small ones lie on large ones whatever their shape.
import { NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

/** The shapes by number, as the program below knows them. */
const SHAPES = ["dot", "square", "hexagon", "diamond", "triangle", "ellipse"];
const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGL2RenderingContext;
const UNIFORMS = /** @type {const} */ (["u_sizeRatio", "u_pixelRatio", "u_matrix"]);

/** The number of a shape. @param {string} name */
export const shapeOf = (name) => Math.max(0, SHAPES.indexOf(name));

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute float a_shape;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_radius;
varying float v_half;
varying float v_shape;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  v_half = v_radius * 1.45 + 1.0;
  gl_PointSize = 2.0 * v_half;
  v_color = a_color;
  v_shape = a_shape;
}`;
/** How far out each shape reaches is as `outline` of paint.js has it: all of the same area. */
const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying float v_radius;
varying float v_half;
varying float v_shape;
void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * v_half;
  vec2 q = abs(p);
  float r = v_radius;
  float away;
  if (v_shape < 0.5) away = length(p) - r;
  else if (v_shape < 1.5) away = max(q.x, q.y) - r * 0.886;
  else if (v_shape < 2.5) away = max(q.y, q.x * 0.866 + q.y * 0.5) - r * 0.953;
  else if (v_shape < 3.5) away = (q.x + q.y - r * 1.253) * 0.707;
  else if (v_shape < 4.5) away = max(p.y, q.x * 0.866 - p.y * 0.5) - r * 0.725;
  else away = (length(p / vec2(1.25, 0.8)) - r) * 0.8;
  gl_FragColor = v_color * clamp(0.5 - away, 0.0, 1.0);
}`;

/** @extends {NodeProgram<typeof UNIFORMS[number]>} */
export class Marks extends NodeProgram {
  // Without the second, hidden picture that tells what is under the pointer: a grid does.
  /** @param {WebGLRenderingContext} gl @param {WebGLFramebuffer | null} _hidden @param {import("sigma").default<any, any, any>} sigma */
  constructor(gl, _hidden, sigma) {
    super(gl, null, sigma);
  }

  getDefinition() {
    return {
      VERTICES: 1, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, METHOD: POINTS, UNIFORMS,
      ATTRIBUTES: [{ name: "a_position", size: 2, type: FLOAT }, { name: "a_size", size: 1, type: FLOAT }, { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true }, { name: "a_shape", size: 1, type: FLOAT }],
    };
  }

  /** @param {number} _index @param {number} start @param {any} data */
  processVisibleItem(_index, start, data) {
    this.array.set([data.x, data.y, data.size, floatColor(data.color), data.shape], start);
  }

  /** @param {import("sigma/types").RenderParams} view @param {import("sigma/rendering").ProgramInfo} info */
  setUniforms({ sizeRatio, pixelRatio, matrix }, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}
