declare module "jstat" {
  interface Distribution {
    cdf(x: number, ...shape: number[]): number;
    inv(p: number, ...shape: number[]): number;
    pdf(x: number, ...shape: number[]): number;
  }
  const jStat: { normal: Distribution; binomial: Distribution };
  export = jStat;
}
