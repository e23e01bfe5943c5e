// Stands in for a module that is imported but never used.
export const Ajv2020 = undefined;
export default undefined;
