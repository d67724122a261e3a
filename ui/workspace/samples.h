#pragma once
#include <QString>

#include <span>

namespace gb::ui {

/// A small capture of our own that is installed with the program.
struct Sample
{
    const char *file;
    const char *title; ///< source text of the context "Commands"
};

std::span<const Sample> samples();

/// Where it is: beside the program, or where the system keeps what programs share; empty where it is missing.
QString samplePath(const Sample &sample);

} // namespace gb::ui
