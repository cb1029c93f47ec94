import type { PreviewResult } from '../server/protocol';

/** What a preview shows: the prompt, byte for byte, or what is wrong with the template. Pure. */
export function previewText({ text, fault }: PreviewResult): string {
  return text ?? `The template can't be rendered. ${fault ?? ''}`;
}
