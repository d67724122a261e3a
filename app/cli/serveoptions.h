#pragma once
#include "app/cli/commandline.h"

class QCommandLineParser;

/// Options of `serve` alone. Empty on success; else what is wrong.
namespace gb::cli {

constexpr qsizetype maxPasswordFile = 64 * 1024; ///< octets

/// What is said of an address that is many computers'.
QString noGroup(const QString &option, const Endpoint &endpoint);
QString readServer(const QCommandLineParser &parser, ServerConfig &server);
QString readExpiration(const QCommandLineParser &parser, ServeCommand &command);
QString readSilence(const QCommandLineParser &parser, ServeCommand &command);

} // namespace gb::cli
