// A place in a YAML text, with what every part of its reader asks.

// Why a text cannot be read: the code of a problem, and the line, counted from 0.
export class Unread extends Error {
  constructor(code, line) {
    super(code);
    Object.assign(this, { code, line });
  }
}

export class Cursor {
  constructor(text) { Object.assign(this, { text, at: 0, path: [], places: new Map() }); }

  get sign() { return this.text[this.at] ?? ""; }
  get isAtEnd() { return this.at >= this.text.length; }
  get column() { return this.at - this.text.lastIndexOf("\n", this.at - 1) - 1; }

  // What a sticky pattern finds here, without going there; empty when it finds nothing.
  sees(pattern) {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? "";
  }

  take(pattern) {
    const found = this.sees(pattern);
    this.at += found.length;
    return found;
  }

  // Goes over spaces, line ends and comments to what says something; whether that stands on another line.
  skip(isInBrackets = false) {
    const begin = this.at;
    for (;;) {
      const isIndent = this.at === 0 || this.text[this.at - 1] === "\n";
      const spaces = this.take(/[ \t]*/y);
      if (isIndent && !isInBrackets && spaces.includes("\t")) this.fail("yaml-tab");
      if (this.sign === "#" && (isIndent || spaces || /[\s,[{]/.test(this.text[this.at - 1]))) this.take(/[^\n]*/y);
      if (this.sign !== "\n") return this.text.slice(begin, this.at).includes("\n");
      this.at += 1;
    }
  }

  // Goes inside the entry of a list or mapping, and remembers where the entry and its value stand.
  inside(name, begin, read) {
    this.path.push(name);
    const value = read();
    const place = this.places.get(JSON.stringify(this.path));
    if (place) place.entry = begin;
    this.path.pop();
    return value;
  }

  // The value that is read next stands here; `parts`: how many entries it has on lines of their own.
  stands(begin, end, parts = null) { this.places.set(JSON.stringify(this.path), { begin, end, parts }); }

  fail(code, at = this.at) {
    throw new Unread(code, this.text.slice(0, at).split("\n").length - 1);
  }
}
