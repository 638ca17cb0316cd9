package flightline.app.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words for the person who named it. */
public final class Unreadable {
    private Unreadable() {}

    /** One line, without the file's name. */
    public static String why(IOException error) {
        return switch (error) {
            case NoSuchFileException absent -> "does not exist";
            case AccessDeniedException denied -> "access denied";
            case CharacterCodingException encoding -> "not UTF-8";
            case JsonProcessingException broken -> "not readable: " + JsonFault.of(broken);
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default ->
                "cannot be read: "
                        + firstLine(
                                error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage());
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
