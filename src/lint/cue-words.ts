/** Words that claim there is no exception; options with them tend to be wrong in careless items. */
export const absoluteWord = /\b(?:always|never|only|all|must|cannot|guarantee[sd]?)\b/i;

/** Words that leave a way out; options with them tend to be right in careless items. */
export const hedgeWord = /\b(?:may|might|can|could|typically|usually|generally)\b/i;
