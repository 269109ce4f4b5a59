// The catalogue's sentences, with their words filled in.
export const fill = (sentence, words) => sentence.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) => (name ? String(words[name] ?? "") : found[0]));
