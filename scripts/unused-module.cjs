// Stands in for a module that is imported but never used.
module.exports = {};
