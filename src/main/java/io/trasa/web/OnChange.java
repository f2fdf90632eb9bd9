package io.trasa.web;

import jakarta.validation.groups.Default;

/**
 * What a form needs, beside the rest, when it changes something that exists: the version. Forms
 * serve both to create and to change; a controller asks for this with {@code @Validated}.
 */
public interface OnChange extends Default {}
