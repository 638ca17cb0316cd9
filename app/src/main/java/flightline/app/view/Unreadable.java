package flightline.app.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

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

    /** What a file system did not let be done, with the name: of itself it often says the name alone. */
    public static String named(FileSystemException error) {
        String file = String.valueOf(error.getFile());
        return switch (error) {
            case NoSuchFileException absent -> {
                Path folder = Path.of(file).toAbsolutePath().getParent();
                yield folder == null || Files.isDirectory(folder)
                        ? file + " does not exist"
                        : "there is no folder " + folder;
            }
            case AccessDeniedException denied -> file + ": access denied";
            case FileAlreadyExistsException there -> file + " is there already";
            case NotDirectoryException other -> file + " is no folder";
            default -> String.valueOf(error.getMessage());
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
