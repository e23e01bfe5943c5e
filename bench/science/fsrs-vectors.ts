/** States that the reference implementation (py-fsrs 6.3.1, default weights, no minute steps) leaves after each answer. */
export interface ReferenceVector {
  /** 1 again, 2 hard, 3 good. */
  readonly grades: readonly (1 | 2 | 3)[];
  /** Days since the answer before. */
  readonly days: readonly number[];
  readonly stability: readonly number[];
  readonly difficulty: readonly number[];
  /** Chance of recall just before each answer but the first. */
  readonly recall: readonly number[];
  /** Days to the next review at 90 % retention. */
  readonly interval: readonly number[];
}

export const referenceVectors: readonly ReferenceVector[] = [
  {
    grades: [3, 3, 3, 3, 3, 3],
    days: [0, 2, 11, 46, 163, 498],
    stability: [2.3065, 10.964332, 46.280217, 162.862202, 497.447194, 1346.747996],
    difficulty: [2.118104, 2.111214, 2.104331, 2.097455, 2.090586, 2.083724],
    recall: [0.909493, 0.899777, 0.900417, 0.899942, 0.899924],
    interval: [2, 11, 46, 163, 497, 1347],
  },
  {
    grades: [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3],
    days: [0, 2, 11, 46, 163, 498, 30, 1, 1, 2, 4, 7, 12],
    stability: [
      2.3065, 10.964332, 46.280217, 162.862202, 497.447194, 1346.747996, 8.055341, 1.059883, 2.076723,
      3.897894, 7.14251, 12.381486, 20.661164,
    ],
    difficulty: [
      2.118104, 2.111214, 2.104331, 2.097455, 2.090586, 2.083724, 7.383202, 9.125105, 9.111208, 9.097325,
      9.083456, 9.069601, 9.05576,
    ],
    recall: [
      0.909493, 0.899777, 0.900417, 0.899942, 0.899924, 0.996674, 0.982447, 0.903946, 0.902565, 0.898214,
      0.901379, 0.902136,
    ],
    interval: [2, 11, 46, 163, 497, 1347, 8, 1, 2, 4, 7, 12, 21],
  },
  {
    grades: [1, 3, 3, 3, 3, 3],
    days: [0, 1, 1, 3, 8, 21],
    stability: [0.212, 1.886788, 4.474817, 10.897096, 25.394007, 57.572074],
    difficulty: [6.4133, 6.402115, 6.390941, 6.379779, 6.368627, 6.357487],
    recall: [0.766196, 0.937515, 0.925062, 0.919799, 0.912514],
    interval: [1, 2, 4, 11, 25, 58],
  },
  {
    grades: [1, 2, 3, 2, 1, 3],
    days: [0, 1, 2, 5, 9, 4],
    stability: [0.212, 1.219217, 4.230049, 8.360246, 1.239125, 3.283861],
    difficulty: [6.4133, 7.60421, 7.591834, 8.386576, 9.454907, 9.44068],
    recall: [0.766196, 0.862584, 0.888106, 0.894855, 0.80253],
    interval: [1, 1, 4, 8, 1, 3],
  },
  {
    grades: [2, 2, 2, 3, 1, 2, 3],
    days: [0, 1, 3, 7, 20, 2, 6],
    stability: [1.2931, 3.249412, 6.728346, 15.355027, 1.726399, 2.708993, 5.815923],
    difficulty: [5.112171, 6.74046, 7.821393, 7.8088, 9.264996, 9.497298, 9.48303],
    recall: [0.91667, 0.905392, 0.897258, 0.880841, 0.889579, 0.836968],
    interval: [1, 3, 7, 15, 2, 3, 6],
  },
  {
    grades: [3, 1, 3, 2, 3, 3, 1, 3],
    days: [0, 5, 1, 3, 9, 30, 60, 2],
    stability: [2.3065, 0.682598, 2.516332, 5.376816, 13.889404, 35.894293, 2.59292, 4.167741],
    difficulty: [2.118104, 7.394503, 7.382337, 8.247501, 8.234482, 8.221476, 9.40064, 9.386467],
    recall: [0.838861, 0.871704, 0.887474, 0.860923, 0.839181, 0.861036, 0.916828],
    interval: [2, 1, 3, 5, 14, 36, 3, 4],
  },
  {
    grades: [2, 3, 3, 1, 1, 1, 3],
    days: [0, 4, 15, 3, 1, 1, 1],
    stability: [1.2931, 9.190359, 37.254369, 2.198613, 0.509944, 0.19011, 0.608648],
    difficulty: [5.112171, 5.102287, 5.092413, 8.372138, 9.450161, 9.8045, 9.789924],
    recall: [0.806528, 0.862997, 0.988352, 0.944728, 0.847582, 0.755583],
    interval: [1, 9, 37, 2, 1, 1, 1],
  },
];

/**
 * The memory-state vector of py-fsrs' own tests. Its first two answers fall on one day; this is the state after them,
 * and the four answers ("good", each on another day) that follow.
 */
export const publishedVector = {
  start: { stability: 0.24668919, difficulty: 6.40211507 },
  days: [1, 3, 8, 21],
  end: { stability: 53.62691, difficulty: 6.3574867 },
} as const;
