() => {
  // Focuses, points at and clicks everything on a page, but for what copies or hands out files; how many elements that are.
  // What a touch took off the page is left alone: nobody can reach it, and the hooks would not see where its links lead.
  const all = document.querySelectorAll("body *");
  for (const node of all) {
    node.focus?.();
    for (const kind of ["pointerenter", "mouseover", "mousemove", "animationstart", "toggle", "click"]) {
      const isLeft = kind === "click" && node.matches("button, summary, input, a[download]");
      if (!isLeft && node.isConnected) node.dispatchEvent(new MouseEvent(kind, { bubbles: kind !== "pointerenter", cancelable: true }));
    }
  }
  return all.length;
}
