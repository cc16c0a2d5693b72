/* SPDX-License-Identifier: MIT
   The recurrence and the gate of network.py, forwards and backwards: one pass over memory each. */

static inline float clamp(float x, float limit) { return x < -limit ? -limit : x > limit ? limit : x; }
static inline float magnitude(float x) { return x < 0 ? -x : x; }
static inline float tanh_of(float x) { x = clamp(x, 2); return x - 0.25f * x * magnitude(x); }
static inline float tanh_slope(float x) { return 1 - 0.5f * magnitude(clamp(x, 2)); }
static inline float sigmoid_of(float x) { return 0.5f + 0.5f * tanh_of(0.5f * x); }
static inline float sigmoid_slope(float x) { return 0.25f * tanh_slope(0.5f * x); }

/* y [batch, length, 6h]: z, c, g of 2h each; the first h of each run forward, the others backward in time.
   state [batch, length, 2h] is kept for the backward pass; out = sigmoid(g) * state, 0 after the end. */
void recurrence_forward(const float *y, const long *lengths, long batch, long length, long h, float *state, float *out)
{
    for (long b = 0; b < batch; b++) {
        for (long k = lengths[b] * 2 * h; k < length * 2 * h; k++)
            out[b * length * 2 * h + k] = 0;
        for (int reverse = 0; reverse < 2; reverse++)
            for (long i = 0; i < lengths[b]; i++) {
                long t = reverse ? lengths[b] - 1 - i : i;
                const float *z = y + (b * length + t) * 6 * h + reverse * h, *c = z + 2 * h, *g = z + 4 * h;
                float *s = state + (b * length + t) * 2 * h + reverse * h, *o = out + (s - state);
                const float *previous = reverse ? s + 2 * h : s - 2 * h;
                for (long k = 0; k < h; k++) {
                    float p = i ? previous[k] : 0;
                    s[k] = p + sigmoid_of(z[k]) * (tanh_of(c[k]) - p);
                    o[k] = s[k] * sigmoid_of(g[k]);
                }
            }
    }
}

void recurrence_backward(const float *y, const float *state, const float *gradient, const long *lengths, long batch,
                         long length, long h, float *carry, float *dy)
{
    for (long b = 0; b < batch; b++) {
        for (long k = lengths[b] * 6 * h; k < length * 6 * h; k++)
            dy[b * length * 6 * h + k] = 0;
        for (int reverse = 0; reverse < 2; reverse++) {
            for (long k = 0; k < h; k++)
                carry[k] = 0;
            for (long i = lengths[b] - 1; i >= 0; i--) {
                long t = reverse ? lengths[b] - 1 - i : i;
                long at = (b * length + t) * 6 * h + reverse * h;
                const float *z = y + at, *c = z + 2 * h, *g = z + 4 * h;
                float *dz = dy + at, *dc = dz + 2 * h, *dg = dz + 4 * h;
                const float *s = state + (b * length + t) * 2 * h + reverse * h, *in = gradient + (s - state);
                const float *previous = reverse ? s + 2 * h : s - 2 * h;
                for (long k = 0; k < h; k++) {
                    float p = i ? previous[k] : 0, gate = sigmoid_of(z[k]);
                    float total = in[k] * sigmoid_of(g[k]) + carry[k];
                    dg[k] = in[k] * s[k] * sigmoid_slope(g[k]);
                    dz[k] = total * (tanh_of(c[k]) - p) * sigmoid_slope(z[k]);
                    dc[k] = total * gate * tanh_slope(c[k]);
                    carry[k] = total * (1 - gate);
                }
            }
        }
    }
}

/* y [n, 2d]: a, b; out = a * sigmoid(b) */
void gate_forward(const float *y, long n, long d, float *out)
{
    for (long i = 0; i < n; i++)
        for (long k = 0; k < d; k++)
            out[i * d + k] = y[2 * i * d + k] * sigmoid_of(y[(2 * i + 1) * d + k]);
}

void gate_backward(const float *y, const float *gradient, long n, long d, float *dy)
{
    for (long i = 0; i < n; i++)
        for (long k = 0; k < d; k++) {
            float a = y[2 * i * d + k], b = y[(2 * i + 1) * d + k], in = gradient[i * d + k];
            dy[2 * i * d + k] = in * sigmoid_of(b);
            dy[(2 * i + 1) * d + k] = in * a * sigmoid_slope(b);
        }
}
