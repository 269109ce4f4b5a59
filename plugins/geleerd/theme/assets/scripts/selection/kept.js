// The items that a visitor keeps on this device: their ids, in order.
import { device } from "../storage.js";

const NAME = "selection";
export const MOST = 60;
const ID = /^[a-z][0-9a-z]{5}$/;

export const sound = (ids) => [...new Set(ids.filter((id) => typeof id === "string" && ID.test(id)))].slice(0, MOST);
export const kept = () => device.get(NAME, (ids) => (Array.isArray(ids) ? sound(ids) : null)) ?? [];
// Whether this device kept them.
export const keep = (ids) => device.set(NAME, sound(ids));
