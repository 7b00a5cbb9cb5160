"use strict";
// What pages do better with script; they work without. A text field says how long it may be (data-most, in characters
// as people count them) and what to say of it: data-count while there is room, data-long when it is too long.

const NEARLY = 0.75; // of what may be typed: from there on it is counted

function counted(template, length, most) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  return template.replace("{n}", number.format(length)).replace("{most}", number.format(most));
}

function count(field) {
  const most = Number(field.dataset.most);
  const length = [...field.value].length; // code points, as the server counts
  let told = field.parentElement.querySelector(".count");
  if (!told) {
    told = document.createElement("span");
    told.className = "count";
    told.setAttribute("aria-live", "polite");
    field.after(told);
  }
  const isLong = length > most;
  told.textContent = length < most * NEARLY ? "" : counted(isLong ? field.dataset.long : field.dataset.count, length, most);
  field.setCustomValidity(isLong ? told.textContent : "");
  field.setAttribute("aria-invalid", isLong);
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-most]")) count(event.target);
});
document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-most]").forEach(count));

// A form that decides something is sent once, however often its button is pressed; again after a while, in case the
// line is down, and when the page is come back to.
const PATIENCE = 10_000; // ms
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, PATIENCE);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
