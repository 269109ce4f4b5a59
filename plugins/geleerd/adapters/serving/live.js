// Loads the page again when its site was made anew. A browser keeps the place to which somebody scrolled.
const shown = new URL(import.meta.url).search.slice(1);
new EventSource(new URL("geleerd-live", import.meta.url)).onmessage = ({ data }) => {
  if (data !== shown) location.reload();
};
