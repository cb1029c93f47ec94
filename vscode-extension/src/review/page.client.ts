// The script of the review page: shows the sample that it is told, buttons become messages, and the extension knows whether the page has the focus.
import type { FromPage, ToPage } from './page';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): unknown; setState(state: unknown): void };

const editor = acquireVsCodeApi();

document.addEventListener('click', (event) => {
  const command = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-command]')?.dataset['command'] : undefined;
  if (command !== undefined) {
    editor.postMessage({ command });
  }
});

const tellFocus = () => editor.postMessage({ focused: document.hasFocus() });
window.addEventListener('focus', tellFocus);
window.addEventListener('blur', tellFocus);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.sample) {
    show(data.sample);
  }

  // Whether the keys work now: the page says it beside the link to them.
  if (data.keys !== undefined) {
    document.body.dataset['keys'] = data.keys ? 'on' : 'off';
  }
});
editor.postMessage({ ready: true, focused: document.hasFocus() });

let last = '';

// The same sample keeps its place and what is unfolded; a button that has the focus keeps it.
function show({ html, title, shown }: NonNullable<ToPage['sample']>): void {
  const place = document.getElementById('sample');
  if (!place) {
    return;
  }

  const which = JSON.stringify(shown);
  const unfolded = which === last ? [...place.querySelectorAll('details')].map(({ open }) => open) : [];
  const command = place.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['command'] : undefined;
  const top = which === last ? document.documentElement.scrollTop : 0;
  place.innerHTML = html;
  document.title = title;
  place.querySelectorAll('details').forEach((part, index) => (part.open = unfolded[index] ?? false));
  [...place.querySelectorAll<HTMLElement>('button[data-command]')].find((button) => button.dataset['command'] === command)?.focus({ preventScroll: true });
  document.documentElement.scrollTop = top;
  last = which;
  editor.setState(shown);
}
