/** A grey square of 8 pixels, as base64: the picture of deliveries that are only tests. */
export const SAMPLE_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGM4AQUMlDEACLEyAaio5RMAAAAASUVORK5CYII=';
