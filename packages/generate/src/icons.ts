/** Strokes of each icon on a 16 by 16 field; drawn here so that no page fetches an icon set. */
export const STROKES = {
  home: 'M2.5 7.2 8 2.8l5.5 4.4V13a.5.5 0 0 1-.5.5H9.8V9.8H6.2v3.7H3a.5.5 0 0 1-.5-.5z',
  map: 'M6 3 2.5 4.5v8.7L6 11.7l4 1.6 3.5-1.5V3.1L10 4.6zM6 3v8.7M10 4.6v8.7',
  service: 'M3 3.5h10a.5.5 0 0 1 .5.5v8a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM2.5 6.5h11M5 5h.01',
  channel: 'M2 5.5c2-2 4-2 6 0s4 2 6 0M2 10.5c2-2 4-2 6 0s4 2 6 0',
  message: 'M2.5 4.5A.5.5 0 0 1 3 4h10a.5.5 0 0 1 .5.5v7a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5zM2.7 4.6 8 8.7l5.3-4.1',
  team: 'M6 7.5a2.2 2.2 0 1 0 0-4.5 2.2 2.2 0 0 0 0 4.5zM2 13c.2-2.3 1.8-3.6 4-3.6s3.8 1.3 4 3.6M10.5 3.3a2.1 2.1 0 0 1 0 4M11.8 9.7c1.3.5 2.1 1.6 2.2 3.3',
  document: 'M4 2.5h5l3.5 3.5v7a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5zM9 2.5V6h3.5M6 9h4M6 11h3',
  finding: 'M4 14V2.5M4 3.2c2-1 3.5-.9 5 0s2.5.8 3.5.3v5.3c-1 .6-2 .6-3.5-.2s-3-.9-5 .1',
  domain: 'M8 2.5 13.5 5 8 7.5 2.5 5zM2.5 8 8 10.5 13.5 8M2.5 11 8 13.5 13.5 11',
  field: 'M5.5 3C4 3 4.5 7 3 8c1.5 1 1 5 2.5 5M10.5 3C12 3 11.5 7 13 8c-1.5 1-1 5-2.5 5',
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.7 10.7 14 14',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13.3 9.7A5.6 5.6 0 0 1 6.3 2.7a5.6 5.6 0 1 0 7 7z',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  chevron: 'M6 4l4 4-4 4',
  arrow: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
  error: 'M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3zM8 5v3.5M8 10.9h.01',
  warning: 'M8 2.5 14.2 13.2H1.8zM8 6.5v3M8 11.3h.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5.2h.01',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  keyboard: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M11.8 7h.01M5 9.3h6',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 5v3.2l2 1.3',
  question: 'M6 6.2a2 2 0 1 1 2.8 1.8c-.5.3-.8.6-.8 1.2M8 11.5h.01M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z',
} as const;

export type IconName = keyof typeof STROKES;

/** Paths of the compass rose of Portolan on a 32 by 32 field, inside a circle of radius 15. */
export const ROSE = {
  star: 'M16 3 19 13 29 16 19 19 16 29 13 19 3 16 13 13Z',
  half: 'M16 3 19 13 16 16ZM29 16 19 19 16 16ZM16 29 13 19 16 16ZM3 16 13 13 16 16Z',
} as const;
