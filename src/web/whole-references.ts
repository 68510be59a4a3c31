/**
 * A page in which every reference number stays on one line: a browser would break it before a check character that is a
 * letter. What stands in attributes, or where no element may, is left as it is.
 */
export function withWholeReferences(html: string): string {
  return html.replace(TAG_OR_REFERENCE, (found) =>
    found.startsWith('<') ? found : `<span class="reference">${found}</span>`,
  );
}

const TAG_OR_REFERENCE =
  /<(title|script|style|textarea|option)\b[\s\S]*?<\/\1>|<[^>]*>|\bPC-\d{4}-\d{6,9}-[0-9A-Z]\b/g;
